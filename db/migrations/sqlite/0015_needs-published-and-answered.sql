CREATE TABLE `need_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`company_id` text NOT NULL,
	`approach_id` text NOT NULL,
	`user_id` text NOT NULL,
	`technologies` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approach_id`) REFERENCES `approaches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `need_offers_once` ON `need_offers` (`need_id`,`company_id`);--> statement-breakpoint
CREATE INDEX `need_offers_by_company` ON `need_offers` (`company_id`,`at`);--> statement-breakpoint
CREATE INDEX `need_offers_by_approach` ON `need_offers` (`approach_id`);--> statement-breakpoint
CREATE TABLE `needs` (
	`id` text PRIMARY KEY NOT NULL,
	`inquiry_id` text NOT NULL,
	`slug` text NOT NULL,
	`state` text NOT NULL,
	`title_ja` text NOT NULL,
	`title_zh` text NOT NULL,
	`text_ja` text NOT NULL,
	`text_zh` text NOT NULL,
	`fields` text NOT NULL,
	`organisation_kind` text,
	`region` text,
	`size` text,
	`closes_on` text NOT NULL,
	`search_text` text NOT NULL,
	`asked_at` integer,
	`refused_at` integer,
	`published_at` integer,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `needs_inquiry` ON `needs` (`inquiry_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `needs_slug` ON `needs` (`slug`);--> statement-breakpoint
CREATE INDEX `needs_by_publication` ON `needs` (`state`,`published_at`);--> statement-breakpoint
ALTER TABLE `approaches` ADD `offered` integer DEFAULT false NOT NULL;