CREATE TABLE "submissions" (
	"key" text PRIMARY KEY NOT NULL,
	"outcome" jsonb,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "submissions_by_time" ON "submissions" USING btree ("at");