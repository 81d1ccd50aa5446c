CREATE TABLE `collections` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`technology_ids` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collections_code` ON `collections` (`code`);--> statement-breakpoint
CREATE INDEX `collections_by_time` ON `collections` (`created_at`);--> statement-breakpoint
CREATE TABLE `partner_logos` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`png` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `partner_logos_by_name` ON `partner_logos` (`name`);