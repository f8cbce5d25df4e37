package import KubernetesObjects

extension Namespace {
  /// The Namespace `demo` with the given values.
  package static func fixture(
    name: String = "demo",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    phase: String = "Active"
  ) -> Namespace {
    Namespace(metadata: ObjectMeta(name: name, labels: labels, annotations: annotations), phase: phase)
  }
}
