CREATE TABLE `candidacies` (
	`project_id` text PRIMARY KEY NOT NULL,
	`forum` integer,
	`stage` text NOT NULL,
	`way` text NOT NULL,
	`submission_key` text,
	`side` text,
	`locale` text,
	`held` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum`) REFERENCES `forums`(`round`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidacies_submission` ON `candidacies` (`submission_key`);--> statement-breakpoint
CREATE INDEX `candidacies_by_forum` ON `candidacies` (`forum`,`stage`);--> statement-breakpoint
CREATE TABLE `party_mergers` (
	`id` text PRIMARY KEY NOT NULL,
	`from_key` text NOT NULL,
	`into_key` text NOT NULL,
	`parties` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `party_mergers_by_target` ON `party_mergers` (`into_key`,`undone_at`);--> statement-breakpoint
CREATE TABLE `project_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`forum` integer NOT NULL,
	`opens_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`text_ja` text NOT NULL,
	`text_zh` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`forum`) REFERENCES `forums`(`round`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `project_calls_forum` ON `project_calls` (`forum`);--> statement-breakpoint
CREATE INDEX `project_calls_by_day` ON `project_calls` (`closes_on`,`opens_on`);--> statement-breakpoint
CREATE TABLE `project_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`columns` text NOT NULL,
	`state` text NOT NULL,
	`total` integer NOT NULL,
	`project_ids` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `project_imports_by_day` ON `project_imports` (`created_at`);--> statement-breakpoint
CREATE TABLE `project_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`party_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text,
	`on` text NOT NULL,
	`note` text,
	`locale` text NOT NULL,
	`submission_key` text NOT NULL,
	`at` integer NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `project_parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `project_reports_submission` ON `project_reports` (`submission_key`);--> statement-breakpoint
CREATE INDEX `project_reports_by_project` ON `project_reports` (`project_id`,`at`);--> statement-breakpoint
CREATE INDEX `project_reports_open` ON `project_reports` (`decided_at`,`at`);--> statement-breakpoint
ALTER TABLE `project_parties` ADD `asked_at` integer;