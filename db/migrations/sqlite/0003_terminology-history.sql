CREATE TABLE `concept_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`concept_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`verb` text NOT NULL,
	`before` text,
	`after` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`concept_id`) REFERENCES `concepts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `concept_changes_by_concept` ON `concept_changes` (`concept_id`,`id`);--> statement-breakpoint
CREATE TABLE `zero_hits` (
	`key` text PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	`query` text NOT NULL,
	`n` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `zero_hits_by_time` ON `zero_hits` (`last_at`);