CREATE TABLE "desk_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"inquiry_id" text NOT NULL,
	"approach_id" text,
	"about" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"reminded" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by" text
);
--> statement-breakpoint
CREATE TABLE "recognised_contacts" (
	"address_key" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"recognised_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_attempts" (
	"id" serial PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"by" text NOT NULL,
	"channel" text NOT NULL,
	"reached" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "approaches" ADD COLUMN "earlier" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "approaches" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "approaches" ADD COLUMN "counted_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "approaches" ADD COLUMN "reminded" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "how" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "taken_by" text;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "due_what" text;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "waits_for" text;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "counted_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "reminded" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "held_from" text;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "held_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "resume_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "desk_tasks" ADD CONSTRAINT "desk_tasks_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_tasks" ADD CONSTRAINT "desk_tasks_approach_id_approaches_id_fk" FOREIGN KEY ("approach_id") REFERENCES "public"."approaches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_attempts" ADD CONSTRAINT "task_attempts_task_id_desk_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."desk_tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_tasks_by_inquiry" ON "desk_tasks" USING btree ("inquiry_id","done_at");--> statement-breakpoint
CREATE INDEX "desk_tasks_open" ON "desk_tasks" USING btree ("done_at","due_at");--> statement-breakpoint
CREATE INDEX "task_attempts_by_task" ON "task_attempts" USING btree ("task_id","id");--> statement-breakpoint
CREATE INDEX "inquiries_by_due" ON "inquiries" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "jobs_by_subject" ON "jobs" USING btree ("subject");