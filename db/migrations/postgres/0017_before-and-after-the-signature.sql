CREATE TABLE "candidacies" (
	"project_id" text PRIMARY KEY NOT NULL,
	"forum" integer,
	"stage" text NOT NULL,
	"way" text NOT NULL,
	"submission_key" text,
	"side" text,
	"locale" text,
	"held" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "party_mergers" (
	"id" text PRIMARY KEY NOT NULL,
	"from_key" text NOT NULL,
	"into_key" text NOT NULL,
	"parties" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "project_calls" (
	"id" text PRIMARY KEY NOT NULL,
	"forum" integer NOT NULL,
	"opens_on" text NOT NULL,
	"closes_on" text NOT NULL,
	"text_ja" text NOT NULL,
	"text_zh" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"columns" jsonb NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"project_ids" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "project_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"party_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text,
	"on" text NOT NULL,
	"note" text,
	"locale" text NOT NULL,
	"submission_key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "project_parties" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "candidacies" ADD CONSTRAINT "candidacies_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidacies" ADD CONSTRAINT "candidacies_forum_forums_round_fk" FOREIGN KEY ("forum") REFERENCES "public"."forums"("round") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_calls" ADD CONSTRAINT "project_calls_forum_forums_round_fk" FOREIGN KEY ("forum") REFERENCES "public"."forums"("round") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_reports" ADD CONSTRAINT "project_reports_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_reports" ADD CONSTRAINT "project_reports_party_id_project_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."project_parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "candidacies_submission" ON "candidacies" USING btree ("submission_key");--> statement-breakpoint
CREATE INDEX "candidacies_by_forum" ON "candidacies" USING btree ("forum","stage");--> statement-breakpoint
CREATE INDEX "party_mergers_by_target" ON "party_mergers" USING btree ("into_key","undone_at");--> statement-breakpoint
CREATE UNIQUE INDEX "project_calls_forum" ON "project_calls" USING btree ("forum");--> statement-breakpoint
CREATE INDEX "project_calls_by_day" ON "project_calls" USING btree ("closes_on","opens_on");--> statement-breakpoint
CREATE INDEX "project_imports_by_day" ON "project_imports" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "project_reports_submission" ON "project_reports" USING btree ("submission_key");--> statement-breakpoint
CREATE INDEX "project_reports_by_project" ON "project_reports" USING btree ("project_id","at");--> statement-breakpoint
CREATE INDEX "project_reports_open" ON "project_reports" USING btree ("decided_at","at");