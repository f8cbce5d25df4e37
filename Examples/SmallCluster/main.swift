// From JSON to Dataplanes: a small cluster as kubectl prints it, mapped in a few lines.
import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping

let json = """
  {"apiVersion": "v1", "kind": "List", "items": [
    {"apiVersion": "v1", "kind": "Namespace",
     "metadata": {"name": "demo", "labels": {"kuma.io/sidecar-injection": "enabled"}}},
    {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "backend", "namespace": "demo"},
     "spec": {"selector": {"app": "backend"},
              "ports": [{"port": 80, "targetPort": "http", "appProtocol": "http"}, {"port": 53, "protocol": "UDP"}]}},
    {"apiVersion": "v1", "kind": "Pod",
     "metadata": {"name": "backend-1", "namespace": "demo", "labels": {"app": "backend", "team": "a"}},
     "spec": {"containers": [{"name": "app", "ports": [{"name": "http", "containerPort": 8080}]}]},
     "status": {"podIP": "10.0.0.7", "phase": "Running"}},
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "worker-1", "namespace": "demo", "labels": null},
     "spec": {"containers": [{"name": "app"}]}},
    {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "settings", "namespace": "demo"}}
  ]}
  """

let list = try JSONReader.decode(ObjectList<ClusterObject>.self, from: json.utf8)
let cluster = Cluster(list.objects, under: ControlPlane(rules: .documented))

for report in cluster.previews() {
  print("\(report.name): \(report.admission.decision.verdict), \(report.outcome.verdict.action)")
  print("  \(report.admission.decision.message)")
  for inbound in report.outcome.dataplane?.networking.inbound ?? [] {
    print("  \(inbound.port) is \(inbound.tags["kuma.io/service"] ?? "no service")")
  }
  for finding in cluster.findings(on: report) { print("  \(finding.severity): \(finding.message)") }
}

if let first = cluster.previews().first?.outcome.dataplane {
  print(String(decoding: JSONWriter.bytes(of: first), as: UTF8.self))
}
