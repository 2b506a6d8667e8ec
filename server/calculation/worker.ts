import { parentPort } from "node:worker_threads";
import { assert } from "../../shared/kit/assert.ts";
import { doJob, type Job, type JobReply } from "./job.ts";

const port = parentPort;
assert(port, "runs as a worker thread");

port.on("message", (job: Job) => void reply(job).then((said) => port.postMessage(said)));

async function reply(job: Job): Promise<JobReply> {
  try {
    return { ok: true, value: await doJob(job) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
