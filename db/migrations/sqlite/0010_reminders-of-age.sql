CREATE TABLE `listing_reminders` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`technology_id` text NOT NULL,
	`valid_until` text NOT NULL,
	`step` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`technology_id`) REFERENCES `technologies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listing_reminders_once` ON `listing_reminders` (`technology_id`,`valid_until`,`step`);--> statement-breakpoint
CREATE INDEX `technologies_by_validity` ON `technologies` (`valid_until`);