// What would change it: the smallest edits that give a Deployment a sidecar or a service, each with who else it touches.
import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping

let json = """
  {"apiVersion": "v1", "kind": "List", "items": [
    {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "demo"}},
    {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "demo"},
     "spec": {"selector": {"app": "web", "tier": "front"}, "ports": [{"port": 80, "targetPort": 8080}]}},
    {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "demo"},
     "spec": {"replicas": 3, "template": {"metadata": {"labels": {"app": "web"}}, "spec": {"containers": [{"name": "app"}]}}}},
    {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "api", "namespace": "demo"},
     "spec": {"replicas": 2, "template": {"metadata": {"labels": {"app": "api"}}, "spec": {"containers": [{"name": "app"}]}}}}
  ]}
  """

let list = try JSONReader.decode(ObjectList<ClusterObject>.self, from: json.utf8)
let cluster = Cluster(list.objects, under: ControlPlane(release: try KumaRelease(parsing: "2.14.3")))
let web = ObjectName(namespace: "demo", name: "web-*")

for goal in [EditGoal.injected, .notInjected, .service("web_demo_svc_80"), .service("web_demo_svc_81")] {
  print("So that \(web) \(goal.phrase):")
  switch cluster.edits(leading: web, to: goal)?.answer {
  case .edits(let proposals):
    for proposal in proposals { print("  \(proposal.fix.message)\n    \(proposal.effect)") }
  case .alreadySo: print("  nothing has to be edited")
  case .obstacle(let obstacle): print("  \(obstacle.message)")
  case nil: print("  there is no such Pod")
  }
}
