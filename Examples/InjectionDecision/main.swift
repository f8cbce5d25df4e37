// Who gets a sidecar, and why: one Pod in namespaces that are labelled differently.
import KubernetesObjects
import MeshMapping

let kuma = ControlPlane(rules: .documented)

func pod(_ name: String, labels: StringMap = [:], annotations: StringMap = [:]) -> Pod {
  Pod(
    metadata: ObjectMeta(name: name, namespace: "demo", labels: labels, annotations: annotations),
    spec: PodSpec(containers: [Container(name: "app")])
  )
}

func show(_ pod: Pod, in namespace: Namespace) {
  let decision = kuma.injection(of: pod, in: namespace)
  print("\(pod.metadata.name): \(decision.verdict)")
  print("  \(decision.message)")
}

let labelled = Namespace(metadata: ObjectMeta(name: "demo", labels: ["kuma.io/sidecar-injection": "enabled"]))
let plain = Namespace(metadata: ObjectMeta(name: "demo"))

print("In a namespace that is labelled enabled:")
show(pod("web-1"), in: labelled)
show(pod("legacy-1", labels: ["kuma.io/sidecar-injection": "disabled"]), in: labelled)
show(pod("web-7", labels: ["kuma.io/sidecar-injection": "Enabled"]), in: labelled)

print("In a namespace without labels:")
show(pod("web-1"), in: plain)
show(pod("web-2", labels: ["kuma.io/sidecar-injection": "true"]), in: plain)
show(pod("web-3", annotations: ["kuma.io/sidecar-injection": "enabled"]), in: plain)
show(pod("build-1", labels: ["openshift.io/build.name": "app-4"]), in: plain)
