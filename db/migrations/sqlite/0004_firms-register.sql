CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`hash` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_by_user` ON `recovery_codes` (`user_id`);--> statement-breakpoint
CREATE TABLE `company_drafts` (
	`company_id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`state` text NOT NULL,
	`edition` integer DEFAULT 1 NOT NULL,
	`edited_by` text,
	`edited_at` integer NOT NULL,
	`submitted_at` integer,
	`remarks` text,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `company_drafts_by_state` ON `company_drafts` (`state`,`submitted_at`);--> statement-breakpoint
CREATE TABLE `files` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`size` integer NOT NULL,
	`width` integer,
	`height` integer,
	`text` text,
	`text_state` text DEFAULT 'none' NOT NULL,
	`codes` text NOT NULL,
	`uploaded_by` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `files_by_time` ON `files` (`created_at`);--> statement-breakpoint
CREATE TABLE `joinings` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`content` text NOT NULL,
	`name_key` text NOT NULL,
	`message` text,
	`state` text NOT NULL,
	`company_id` text,
	`reason` text,
	`decided_by` text,
	`decided_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `joinings_by_state` ON `joinings` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `joinings_by_user` ON `joinings` (`user_id`);--> statement-breakpoint
CREATE TABLE `listing_files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`technology_id` text NOT NULL,
	`hash` text NOT NULL,
	`access` text NOT NULL,
	FOREIGN KEY (`technology_id`) REFERENCES `technologies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hash`) REFERENCES `files`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listing_files_once` ON `listing_files` (`technology_id`,`hash`,`access`);--> statement-breakpoint
CREATE INDEX `listing_files_by_hash` ON `listing_files` (`hash`);--> statement-breakpoint
CREATE TABLE `table_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`state` text NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`problems` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `table_imports_by_company` ON `table_imports` (`company_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `document_releases` (
	`id` text PRIMARY KEY NOT NULL,
	`inquiry_id` text NOT NULL,
	`technology_id` text NOT NULL,
	`document_id` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`released_by` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`technology_id`) REFERENCES `technologies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_releases_by_inquiry` ON `document_releases` (`inquiry_id`);--> statement-breakpoint
CREATE INDEX `document_releases_by_hash` ON `document_releases` (`hash`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `company_id` text;--> statement-breakpoint
ALTER TABLE `users` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `pending_email` text;--> statement-breakpoint
ALTER TABLE `users` ADD `totp_secret` text;--> statement-breakpoint
ALTER TABLE `users` ADD `totp_since` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `totp_step` integer;--> statement-breakpoint
CREATE INDEX `users_by_company` ON `users` (`company_id`);--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `edition` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `edited_by` text;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `translation_wanted` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `submitted_by` text;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `submitted_at` integer;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `decided_at` integer;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `remarks` text;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `sign_offs` text;--> statement-breakpoint
CREATE INDEX `listing_revisions_by_state` ON `listing_revisions` (`state`,`submitted_at`);--> statement-breakpoint
ALTER TABLE `technologies` ADD `deleted_at` integer;