CREATE TABLE `desk_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`inquiry_id` text NOT NULL,
	`approach_id` text,
	`about` text NOT NULL,
	`opened_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`reminded` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	`done_by` text,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approach_id`) REFERENCES `approaches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `desk_tasks_by_inquiry` ON `desk_tasks` (`inquiry_id`,`done_at`);--> statement-breakpoint
CREATE INDEX `desk_tasks_open` ON `desk_tasks` (`done_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `recognised_contacts` (
	`address_key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`recognised_by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `task_attempts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`task_id` text NOT NULL,
	`by` text NOT NULL,
	`channel` text NOT NULL,
	`reached` integer NOT NULL,
	`at` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`task_id`) REFERENCES `desk_tasks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_attempts_by_task` ON `task_attempts` (`task_id`,`id`);--> statement-breakpoint
ALTER TABLE `approaches` ADD `earlier` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `approaches` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `approaches` ADD `counted_from` integer;--> statement-breakpoint
ALTER TABLE `approaches` ADD `reminded` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `consents` ADD `how` text;--> statement-breakpoint
ALTER TABLE `consents` ADD `taken_by` text;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `due_what` text;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `waits_for` text;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `counted_from` integer;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `reminded` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `told_at` integer;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `held_from` text;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `held_at` integer;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `resume_at` integer;--> statement-breakpoint
CREATE INDEX `inquiries_by_due` ON `inquiries` (`due_at`,`id`);--> statement-breakpoint
ALTER TABLE `jobs` ADD `subject` text;--> statement-breakpoint
CREATE INDEX `jobs_by_subject` ON `jobs` (`subject`);