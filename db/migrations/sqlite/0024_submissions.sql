CREATE TABLE `submissions` (
	`key` text PRIMARY KEY NOT NULL,
	`outcome` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `submissions_by_time` ON `submissions` (`at`);