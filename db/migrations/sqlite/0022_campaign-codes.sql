CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`partner` text NOT NULL,
	`event` text NOT NULL,
	`target` text NOT NULL,
	`language` text NOT NULL,
	`earlier` text,
	`edition` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_code` ON `campaigns` (`code`);--> statement-breakpoint
CREATE INDEX `campaigns_by_state` ON `campaigns` (`ended_at`,`created_at`);--> statement-breakpoint
CREATE INDEX `campaigns_by_time` ON `campaigns` (`created_at`);