// Which tags a Pod's inbound gets, where each comes from, and which labels are no tags.
import KubernetesObjects
import MeshMapping

let kuma = ControlPlane(rules: .documented, settings: ControlPlaneSettings(zone: "east"))

let pod = Pod(
  metadata: ObjectMeta(
    name: "demo-app-7d9c5b8f6-x2k4p",
    namespace: "kuma-demo",
    labels: [
      "app": "demo-app", "version": "v1", "canary": "", "kuma.io/sidecar-injection": "enabled", "my-kuma.io/team": "a",
    ]
  ),
  spec: PodSpec(containers: [Container(name: "app", ports: [ContainerPort(name: "http", containerPort: 5000)])])
)
let service = Service(
  metadata: ObjectMeta(name: "demo-app", namespace: "kuma-demo"),
  selector: ["app": "demo-app"],
  ports: [ServicePort(appProtocol: "http", port: 80, targetPort: "http")]
)
let namespace = Namespace(metadata: ObjectMeta(name: "kuma-demo"))

let mapping = kuma.dataplane(of: pod, in: namespace, among: ObjectCatalog(services: [service]))
for inbound in mapping.dataplane?.networking.inbound ?? [] {
  print("Inbound on port \(inbound.port):")
  for tag in inbound.tags { print("  \(tag.key)=\(tag.value)  from \(tag.origin.phrase)") }
  print("No tags:")
  for label in kuma.droppedLabels(among: pod.metadata.labels, from: inbound.tags) {
    print("  \(label.key)=\(label.value)  \(label.reason.phrase)")
  }
}

print("Without a Service:")
let alone = kuma.dataplane(of: pod, in: namespace, among: ObjectCatalog())
for inbound in alone.dataplane?.networking.inbound ?? [] {
  print("  port \(inbound.port)  \(inbound.tags["kuma.io/service"] ?? "")")
}
