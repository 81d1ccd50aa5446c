CREATE TABLE `inquiry_files` (
	`id` text PRIMARY KEY NOT NULL,
	`inquiry_id` text NOT NULL,
	`approach_id` text,
	`message_id` integer,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`size` integer NOT NULL,
	`author` text NOT NULL,
	`author_id` text,
	`audience` text NOT NULL,
	`relay_of` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approach_id`) REFERENCES `approaches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inquiry_files_by_inquiry` ON `inquiry_files` (`inquiry_id`,`at`);--> statement-breakpoint
CREATE INDEX `inquiry_files_by_hash` ON `inquiry_files` (`hash`);--> statement-breakpoint
CREATE INDEX `inquiry_files_by_message` ON `inquiry_files` (`message_id`);--> statement-breakpoint
CREATE TABLE `message_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`use` text NOT NULL,
	`locale` text NOT NULL,
	`code` text,
	`version` integer NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_templates_code` ON `message_templates` (`locale`,`code`);--> statement-breakpoint
CREATE INDEX `message_templates_by_use` ON `message_templates` (`use`,`locale`);--> statement-breakpoint
CREATE TABLE `template_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`template_id`) REFERENCES `message_templates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `template_versions_once` ON `template_versions` (`template_id`,`version`);