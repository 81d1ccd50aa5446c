CREATE TABLE `questionnaire_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`questionnaire_id` text NOT NULL,
	`version` integer NOT NULL,
	`sections` text NOT NULL,
	`edition` integer DEFAULT 1 NOT NULL,
	`published_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaire_versions_number` ON `questionnaire_versions` (`questionnaire_id`,`version`);--> statement-breakpoint
CREATE TABLE `questionnaires` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name_ja` text NOT NULL,
	`name_zh` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `survey_aggregates` (
	`slug` text PRIMARY KEY NOT NULL,
	`name_ja` text NOT NULL,
	`name_zh` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`answers` integer NOT NULL,
	`questions` text NOT NULL,
	`source_ja` text NOT NULL,
	`source_zh` text NOT NULL,
	`approximate` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `survey_interviews` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`project_id` text NOT NULL,
	`party_id` text,
	`on` text NOT NULL,
	`how` text NOT NULL,
	`people` text NOT NULL,
	`notes` text NOT NULL,
	`obstacles` text NOT NULL,
	`wishes` text NOT NULL,
	`quotes` text NOT NULL,
	`search_text` text NOT NULL,
	`author_id` text NOT NULL,
	`edition` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `survey_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `project_parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_interviews_by_round` ON `survey_interviews` (`round_id`,`on`);--> statement-breakpoint
CREATE INDEX `survey_interviews_by_project` ON `survey_interviews` (`project_id`);--> statement-breakpoint
CREATE TABLE `survey_recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`project_id` text NOT NULL,
	`party_id` text NOT NULL,
	`contact_id` text,
	`locale` text NOT NULL,
	`how` text NOT NULL,
	`state` text NOT NULL,
	`reminders` integer DEFAULT 0 NOT NULL,
	`reason` text,
	`remark` text,
	`sent_at` integer,
	`reminded_at` integer,
	`state_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `survey_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `project_parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_recipients_party` ON `survey_recipients` (`round_id`,`party_id`);--> statement-breakpoint
CREATE INDEX `survey_recipients_by_state` ON `survey_recipients` (`round_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `survey_recipients_by_project` ON `survey_recipients` (`project_id`);--> statement-breakpoint
CREATE TABLE `survey_responses` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`recipient_id` text,
	`device` text,
	`answers` text NOT NULL,
	`saves` text NOT NULL,
	`edition` integer NOT NULL,
	`via` text NOT NULL,
	`locale` text NOT NULL,
	`search_text` text NOT NULL,
	`finished_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `survey_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `survey_recipients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_responses_recipient` ON `survey_responses` (`recipient_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `survey_responses_device` ON `survey_responses` (`round_id`,`device`);--> statement-breakpoint
CREATE INDEX `survey_responses_by_round` ON `survey_responses` (`round_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `survey_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`version_id` text NOT NULL,
	`name_ja` text NOT NULL,
	`name_zh` text NOT NULL,
	`year` integer NOT NULL,
	`slug` text,
	`rule` text NOT NULL,
	`closes_on` text NOT NULL,
	`grace` integer NOT NULL,
	`remind_on` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	`released_at` integer,
	`created_at` integer NOT NULL,
	`edition` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_rounds_slug` ON `survey_rounds` (`slug`);--> statement-breakpoint
CREATE INDEX `survey_rounds_by_year` ON `survey_rounds` (`kind`,`year`,`created_at`);