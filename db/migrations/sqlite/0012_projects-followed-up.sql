CREATE TABLE `forums` (
	`round` integer PRIMARY KEY NOT NULL,
	`date` text,
	`name_ja` text NOT NULL,
	`name_zh` text NOT NULL,
	`announced` integer,
	`cumulative` integer,
	`source_ja` text,
	`source_zh` text
);
--> statement-breakpoint
CREATE TABLE `party_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`person` text NOT NULL,
	`role` text,
	`email` text,
	`phone` text,
	`wechat` text,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`erased_at` integer,
	FOREIGN KEY (`party_id`) REFERENCES `project_parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `party_contacts_by_party` ON `party_contacts` (`party_id`);--> statement-breakpoint
CREATE TABLE `project_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` text NOT NULL,
	`verb` text NOT NULL,
	`on` text NOT NULL,
	`source` text NOT NULL,
	`source_text` text,
	`codes` text NOT NULL,
	`text_ja` text,
	`text_zh` text,
	`public` integer NOT NULL,
	`author_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_events_by_project` ON `project_events` (`project_id`,`on`,`id`);--> statement-breakpoint
CREATE TABLE `project_outcomes` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`party_id` text,
	`on` text NOT NULL,
	`source` text NOT NULL,
	`kinds` text NOT NULL,
	`amount` text,
	`energy_saved` integer,
	`co2_saved` integer,
	`verified` integer DEFAULT false NOT NULL,
	`turnover` text,
	`market_share` text,
	`jobs` integer,
	`new_products` integer,
	`created_at` integer NOT NULL,
	`author_id` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `project_parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_outcomes_by_project` ON `project_outcomes` (`project_id`,`on`);--> statement-breakpoint
CREATE TABLE `project_parties` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`side` text NOT NULL,
	`kind` text DEFAULT 'company' NOT NULL,
	`name_ja` text,
	`name_zh` text,
	`party_key` text NOT NULL,
	`company_id` text,
	`position` integer NOT NULL,
	`from_on` text,
	`until_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_parties_by_project` ON `project_parties` (`project_id`,`position`);--> statement-breakpoint
CREATE INDEX `project_parties_by_key` ON `project_parties` (`party_key`);--> statement-breakpoint
CREATE INDEX `project_parties_by_company` ON `project_parties` (`company_id`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`number` integer,
	`forum` integer,
	`announced_on` text,
	`state` text NOT NULL,
	`title_ja` text,
	`title_zh` text,
	`summary_ja` text,
	`summary_zh` text,
	`fields` text NOT NULL,
	`region` text,
	`region_basis` text,
	`status` text NOT NULL,
	`status_on` text,
	`last_confirmed_on` text,
	`origin_inquiry_id` text,
	`search_text` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`forum`) REFERENCES `forums`(`round`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`origin_inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `projects_slug` ON `projects` (`slug`);--> statement-breakpoint
CREATE INDEX `projects_by_forum` ON `projects` (`state`,`forum`,`number`);--> statement-breakpoint
CREATE INDEX `projects_by_status` ON `projects` (`state`,`status`);--> statement-breakpoint
CREATE INDEX `projects_by_confirmation` ON `projects` (`state`,`last_confirmed_on`);--> statement-breakpoint
CREATE INDEX `projects_by_origin` ON `projects` (`origin_inquiry_id`);--> statement-breakpoint
CREATE TABLE `title_confirmations` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`side` text NOT NULL,
	`text_hash` text NOT NULL,
	`how` text NOT NULL,
	`by` text NOT NULL,
	`remark` text,
	`agreed` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `title_confirmations_by_project` ON `title_confirmations` (`project_id`,`side`);