CREATE TABLE `contact_exports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`actor` text NOT NULL,
	`what` text NOT NULL,
	`filter` text NOT NULL,
	`fields` text NOT NULL,
	`n` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contact_exports_by_actor` ON `contact_exports` (`actor`,`id`);--> statement-breakpoint
CREATE TABLE `erasure_holds` (
	`inquiry_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `users` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `erasure_asked_at` integer;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `erased_at` integer;--> statement-breakpoint
CREATE INDEX `inquiries_by_erasure` ON `inquiries` (`erased_at`,`stage`,`stage_at`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `erased_at` integer;--> statement-breakpoint
CREATE INDEX `outbox_by_erasure` ON `outbox` (`erased_at`,`sent_at`);--> statement-breakpoint
CREATE INDEX `contact_views_by_time` ON `contact_views` (`at`);--> statement-breakpoint
CREATE INDEX `contact_views_by_actor` ON `contact_views` (`actor`,`id`);