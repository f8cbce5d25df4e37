// Ready for the next release: what needs attention on the way, the patch release it begins with, and the edit that mends it.
import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping

let json = """
  {"apiVersion": "v1", "kind": "List", "items": [
    {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}},
    {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "bakery",
      "labels": {"kuma.io/sidecar-injection": "enabled"}, "annotations": {"kuma.io/mesh": "rye"}}},
    {"apiVersion": "kuma.io/v1alpha1", "kind": "Mesh", "metadata": {"name": "default"}},
    {"apiVersion": "kuma.io/v1alpha1", "kind": "Mesh", "metadata": {"name": "rye"}},
    {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "till", "namespace": "shop"},
     "spec": {"template": {"metadata": {"labels": {"app": "till", "kuma.io/sidecar-injection": "enabled"}},
                           "spec": {"containers": [{"name": "app"}]}}}},
    {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "oven", "namespace": "bakery"},
     "spec": {"template": {"metadata": {"labels": {"app": "oven"}}, "spec": {"containers": [{"name": "app"}]}}}}
  ]}
  """

let list = try JSONReader.decode(ObjectList<ClusterObject>.self, from: json.utf8)
let (running, announced) = try (KumaRelease(parsing: "2.9.4"), KumaRelease(parsing: "3.0"))
let cluster = Cluster(list.objects, under: ControlPlane(release: running))
let path = UpgradePath(of: cluster, from: running, to: announced)

print(path.message)
print(path.reach)
for step in path.steps where step.verdict != .ready {
  print("\(step.old) to \(step.new): \(step.verdict.heading)")
  for trouble in step.lasting {
    print("  \(trouble.message), \(trouble.releases)")
    for workload in trouble.workloads { print("    \(workload.subject.phrase)") }
    for command in trouble.fixes.flatMap(\.fix.commands) { print("    $ \(command)") }
  }
}

// The edits made, the way is free.
let edits = path.steps.flatMap(\.lasting).flatMap(\.fixes).flatMap(\.fix.edits)
if let mended = cluster.applying(edits) {
  let path = UpgradePath(of: mended, from: running, to: announced)
  print("After the edits: \(path.message)")
}
