CREATE TABLE "questionnaire_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"questionnaire_id" text NOT NULL,
	"version" integer NOT NULL,
	"sections" jsonb NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questionnaires" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_ja" text NOT NULL,
	"name_zh" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_aggregates" (
	"slug" text PRIMARY KEY NOT NULL,
	"name_ja" text NOT NULL,
	"name_zh" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"answers" integer NOT NULL,
	"questions" jsonb NOT NULL,
	"source_ja" text NOT NULL,
	"source_zh" text NOT NULL,
	"approximate" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_interviews" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"project_id" text NOT NULL,
	"party_id" text,
	"on" text NOT NULL,
	"how" text NOT NULL,
	"people" jsonb NOT NULL,
	"notes" text NOT NULL,
	"obstacles" jsonb NOT NULL,
	"wishes" jsonb NOT NULL,
	"quotes" jsonb NOT NULL,
	"search_text" text NOT NULL,
	"author_id" text NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_recipients" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"project_id" text NOT NULL,
	"party_id" text NOT NULL,
	"contact_id" text,
	"locale" text NOT NULL,
	"how" text NOT NULL,
	"state" text NOT NULL,
	"reminders" integer DEFAULT 0 NOT NULL,
	"reason" text,
	"remark" text,
	"sent_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"state_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_responses" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"recipient_id" text,
	"device" text,
	"answers" jsonb NOT NULL,
	"saves" jsonb NOT NULL,
	"edition" integer NOT NULL,
	"via" text NOT NULL,
	"locale" text NOT NULL,
	"search_text" text NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"version_id" text NOT NULL,
	"name_ja" text NOT NULL,
	"name_zh" text NOT NULL,
	"year" integer NOT NULL,
	"slug" text,
	"rule" jsonb NOT NULL,
	"closes_on" text NOT NULL,
	"grace" integer NOT NULL,
	"remind_on" jsonb NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "questionnaire_versions" ADD CONSTRAINT "questionnaire_versions_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_interviews" ADD CONSTRAINT "survey_interviews_round_id_survey_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."survey_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_interviews" ADD CONSTRAINT "survey_interviews_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_interviews" ADD CONSTRAINT "survey_interviews_party_id_project_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."project_parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_recipients" ADD CONSTRAINT "survey_recipients_round_id_survey_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."survey_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_recipients" ADD CONSTRAINT "survey_recipients_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_recipients" ADD CONSTRAINT "survey_recipients_party_id_project_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."project_parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD CONSTRAINT "survey_responses_round_id_survey_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."survey_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD CONSTRAINT "survey_responses_recipient_id_survey_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."survey_recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_rounds" ADD CONSTRAINT "survey_rounds_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaire_versions_number" ON "questionnaire_versions" USING btree ("questionnaire_id","version");--> statement-breakpoint
CREATE INDEX "survey_interviews_by_round" ON "survey_interviews" USING btree ("round_id","on");--> statement-breakpoint
CREATE INDEX "survey_interviews_by_project" ON "survey_interviews" USING btree ("project_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_recipients_party" ON "survey_recipients" USING btree ("round_id","party_id");--> statement-breakpoint
CREATE INDEX "survey_recipients_by_state" ON "survey_recipients" USING btree ("round_id","state","id");--> statement-breakpoint
CREATE INDEX "survey_recipients_by_project" ON "survey_recipients" USING btree ("project_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_responses_recipient" ON "survey_responses" USING btree ("recipient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_responses_device" ON "survey_responses" USING btree ("round_id","device");--> statement-breakpoint
CREATE INDEX "survey_responses_by_round" ON "survey_responses" USING btree ("round_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_rounds_slug" ON "survey_rounds" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "survey_rounds_by_year" ON "survey_rounds" USING btree ("kind","year","created_at");