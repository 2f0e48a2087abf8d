// Places to put files (crisp-api, section 3.14). The address itself comes as an event.
import { refused } from "../harness/expect.js";

const checks = {
  async generateBucketURL({ crisp, site }) {
    const file = { name: "invoice.pdf", type: "application/pdf" };
    const request = { namespace: "upload", id: "conformance-1", file, resource: { type: "website", id: site.id } };

    await crisp.bucket.generateBucketURL(request);

    await refused(crisp.bucket.generateBucketURL({ file }), 400, "invalid_data");
  },
};

export default { service: "bucket", tiers: ["website", "plugin", "user"], checks };
