// What is probably not meant in a small cluster: each finding with its place, how much it matters and what it says.
import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping

let json = """
  {"apiVersion": "v1", "kind": "List", "items": [
    {"apiVersion": "v1", "kind": "Namespace",
     "metadata": {"name": "demo", "labels": {"kuma.io/sidecar-injection": "enabled"}}},
    {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "demo"},
     "spec": {"selector": {"app": "web"}, "ports": [{"port": 80, "targetPort": "http"}]}},
    {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "demo"},
     "spec": {"replicas": 2, "template": {"metadata": {"labels": {"app": "web", "tier": ""}},
       "spec": {"containers": [{"name": "app", "ports": [{"name": "web", "containerPort": 8080}]}]}}}},
    {"apiVersion": "v1", "kind": "Pod",
     "metadata": {"name": "tool", "namespace": "demo", "labels": {"kuma.io/sidecar-injection": "Enabled"}},
     "spec": {"containers": [{"name": "tool"}]}}
  ]}
  """

let list = try JSONReader.decode(ObjectList<ClusterObject>.self, from: json.utf8)
let cluster = Cluster(list.objects, under: ControlPlane(release: try KumaRelease(parsing: "2.9.4")))

for finding in Diagnostics(of: cluster).findings() {
  print("\(finding.severity) \(finding.code) at \(finding.field)")
  print("  \(finding.message)")
}
