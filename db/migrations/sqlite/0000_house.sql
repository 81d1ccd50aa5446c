CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`office` text,
	`locale` text DEFAULT 'ja' NOT NULL,
	`password_hash` text,
	`demo` integer DEFAULT false NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `companies` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name_ja` text,
	`name_zh` text,
	`name_en` text,
	`reading` text,
	`pinyin` text,
	`romanised` text,
	`former_names` text NOT NULL,
	`name_key` text NOT NULL,
	`sort_kana` text NOT NULL,
	`sort_pinyin` text NOT NULL,
	`sort_alpha` text NOT NULL,
	`kind` text DEFAULT 'company' NOT NULL,
	`prefecture` text,
	`size` text,
	`site` text,
	`corporate_number` text,
	`profile_ja` text,
	`profile_zh` text,
	`state` text DEFAULT 'published' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `companies_slug` ON `companies` (`slug`);--> statement-breakpoint
CREATE INDEX `companies_name_key` ON `companies` (`name_key`);--> statement-breakpoint
CREATE INDEX `companies_corporate_number` ON `companies` (`corporate_number`);--> statement-breakpoint
CREATE TABLE `company_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	`name` text NOT NULL,
	`department` text,
	`email` text,
	`phone` text,
	`wechat` text,
	`locale` text DEFAULT 'ja' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `company_contacts_by_company` ON `company_contacts` (`company_id`);--> statement-breakpoint
CREATE TABLE `concepts` (
	`id` text PRIMARY KEY NOT NULL,
	`ja` text NOT NULL,
	`zh` text NOT NULL,
	`en` text NOT NULL,
	`enabled` integer DEFAULT true NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `fields` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`position` integer NOT NULL,
	`ja` text NOT NULL,
	`zh` text NOT NULL,
	`en` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `fields_by_position` ON `fields` (`position`);--> statement-breakpoint
CREATE TABLE `listing_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`technology_id` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`size` integer NOT NULL,
	`language` text NOT NULL,
	`access` text NOT NULL,
	`text` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`technology_id`) REFERENCES `technologies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listing_documents_by_technology` ON `listing_documents` (`technology_id`);--> statement-breakpoint
CREATE TABLE `listing_images` (
	`id` text PRIMARY KEY NOT NULL,
	`technology_id` text NOT NULL,
	`position` integer NOT NULL,
	`hash` text NOT NULL,
	`alt_ja` text NOT NULL,
	`alt_zh` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`technology_id`) REFERENCES `technologies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listing_images_by_technology` ON `listing_images` (`technology_id`,`position`);--> statement-breakpoint
CREATE TABLE `listing_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`technology_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`author_id` text,
	`created_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`technology_id`) REFERENCES `technologies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listing_revisions_number` ON `listing_revisions` (`technology_id`,`number`);--> statement-breakpoint
CREATE TABLE `listings` (
	`doc` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`technology_id` text NOT NULL,
	`company_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`live` integer NOT NULL,
	`sort_kana` text NOT NULL,
	`sort_pinyin` text NOT NULL,
	`sort_alpha` text NOT NULL,
	`marks` text NOT NULL,
	`card` text NOT NULL,
	`valid_until` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`technology_id`) REFERENCES `technologies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listings_technology` ON `listings` (`technology_id`);--> statement-breakpoint
CREATE INDEX `listings_by_company` ON `listings` (`company_id`);--> statement-breakpoint
CREATE INDEX `listings_by_version` ON `listings` (`version`);--> statement-breakpoint
CREATE TABLE `technologies` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`company_id` text NOT NULL,
	`state` text NOT NULL,
	`published_revision_id` text,
	`verified_on` text,
	`verified_by` text,
	`valid_until` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `technologies_slug` ON `technologies` (`slug`);--> statement-breakpoint
CREATE INDEX `technologies_by_company` ON `technologies` (`company_id`);--> statement-breakpoint
CREATE TABLE `approaches` (
	`id` text PRIMARY KEY NOT NULL,
	`inquiry_id` text NOT NULL,
	`company_id` text NOT NULL,
	`stage` text NOT NULL,
	`question` text NOT NULL,
	`decline_reason` text,
	`buyer_consent_at` integer,
	`firm_consent_at` integer,
	`export_control_seen_by` text,
	`contact_id` text,
	`created_at` integer NOT NULL,
	`stage_at` integer NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approaches_once` ON `approaches` (`inquiry_id`,`company_id`);--> statement-breakpoint
CREATE INDEX `approaches_by_company` ON `approaches` (`company_id`,`stage`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`party` text NOT NULL,
	`purpose` text NOT NULL,
	`notice_version` text NOT NULL,
	`locale` text NOT NULL,
	`text_hash` text NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `consents_by_subject` ON `consents` (`subject`);--> statement-breakpoint
CREATE TABLE `contact_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`actor` text NOT NULL,
	`subject` text NOT NULL,
	`fields` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contact_views_by_subject` ON `contact_views` (`subject`,`at`);--> statement-breakpoint
CREATE TABLE `inquiries` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket` text NOT NULL,
	`stage` text NOT NULL,
	`kind` text NOT NULL,
	`locale` text NOT NULL,
	`origin` text DEFAULT 'site' NOT NULL,
	`submission_key` text NOT NULL,
	`held` integer DEFAULT false NOT NULL,
	`organisation_kind` text NOT NULL,
	`region` text,
	`size` text,
	`name_to_firm` integer DEFAULT false NOT NULL,
	`on_behalf` text,
	`site` text,
	`process` text,
	`present_data` text,
	`goal` text,
	`budget` text,
	`timing` text,
	`cooperation` text,
	`message` text NOT NULL,
	`office` text,
	`owner_id` text,
	`due_at` integer,
	`close_reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`stage_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inquiries_ticket` ON `inquiries` (`ticket`);--> statement-breakpoint
CREATE UNIQUE INDEX `inquiries_submission` ON `inquiries` (`submission_key`);--> statement-breakpoint
CREATE INDEX `inquiries_by_stage` ON `inquiries` (`stage`,`stage_at`);--> statement-breakpoint
CREATE INDEX `inquiries_by_owner` ON `inquiries` (`owner_id`,`stage`);--> statement-breakpoint
CREATE TABLE `inquiry_contacts` (
	`inquiry_id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`person` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`erased_at` integer,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inquiry_contacts_by_address` ON `inquiry_contacts` (`address_key`);--> statement-breakpoint
CREATE TABLE `inquiry_messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inquiry_id` text NOT NULL,
	`approach_id` text,
	`author` text NOT NULL,
	`author_id` text,
	`audience` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`translation` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approach_id`) REFERENCES `approaches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inquiry_messages_by_inquiry` ON `inquiry_messages` (`inquiry_id`,`id`);--> statement-breakpoint
CREATE TABLE `inquiry_technologies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inquiry_id` text NOT NULL,
	`technology_id` text NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`technology_id`) REFERENCES `technologies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inquiry_technologies_once` ON `inquiry_technologies` (`inquiry_id`,`technology_id`);--> statement-breakpoint
CREATE INDEX `inquiry_technologies_by_technology` ON `inquiry_technologies` (`technology_id`);--> statement-breakpoint
CREATE TABLE `provisions` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket` text NOT NULL,
	`company_id` text NOT NULL,
	`to_party` text NOT NULL,
	`fields` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `provisions_by_ticket` ON `provisions` (`ticket`);--> statement-breakpoint
CREATE TABLE `daily_counts` (
	`key` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`language` text NOT NULL,
	`device` text NOT NULL,
	`n` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `daily_counts_by_subject` ON `daily_counts` (`subject`,`day`);--> statement-breakpoint
CREATE INDEX `daily_counts_by_day` ON `daily_counts` (`day`,`kind`);--> statement-breakpoint
CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`number` integer DEFAULT 0 NOT NULL,
	`value` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`due_at` integer NOT NULL,
	`lease_until` integer,
	`lease_holder` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`due_at`);--> statement-breakpoint
CREATE TABLE `ledger` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`actor` text NOT NULL,
	`verb` text NOT NULL,
	`codes` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ledger_by_subject` ON `ledger` (`subject`,`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`recipient` text NOT NULL,
	`locale` text NOT NULL,
	`payload` text NOT NULL,
	`message_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`reply` text,
	`failed` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_by_subject` ON `outbox` (`subject`);--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`sent_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `private_links` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subject` text NOT NULL,
	`generation` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`used_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `private_links_by_subject` ON `private_links` (`subject`,`purpose`);