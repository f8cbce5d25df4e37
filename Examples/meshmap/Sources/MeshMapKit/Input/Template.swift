import KubernetesObjects
import MeshMapping

/// Templates, which are no objects before something has rendered them.
enum Template {
  /// Whether bytes hold the braces with which what is to be filled in begins.
  static func isIn(_ bytes: some Collection<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "{") && $1 == UInt8(ascii: "{") }
  }

  /// Whether the metadata of an object is to be filled in.
  ///
  /// Annotations of others than Kuma do not count: some of them hold templates that are for the running Pod.
  static func isIn(_ object: ClusterObject) -> Bool {
    let reference = object.reference
    if isIn(reference.name.utf8) || isIn(reference.namespace.utf8) { return true }
    guard let metadata = object.metadata else { return false }
    return metadata.labels.contains { isIn($0.key.utf8) || isIn($0.value.utf8) }
      || metadata.annotations.contains { annotation in
        isIn(annotation.key.utf8) || (annotation.key.contains("kuma.io/") && isIn(annotation.value.utf8))
      }
  }
}

extension ClusterObject {
  /// The metadata of objects that people write; nil of others.
  var metadata: ObjectMeta? {
    switch self {
    case .kubernetes(.pod(let pod)): pod.metadata
    case .kubernetes(.service(let service)): service.metadata
    case .kubernetes(.namespace(let namespace)): namespace.metadata
    case .resource(let resource): resource.metadata
    default: nil
    }
  }
}
