import KubernetesObjects
import MeshMapping

extension NoteSurroundings {
  /// The annotation that names the mesh, where no label of the object or of its Namespace does.
  func annotatedMesh(_ metadata: ObjectMeta) -> [NoteSight] {
    guard metadata.labels[KumaKey.mesh] == nil,
      cluster.namespace(metadata.effectiveNamespace)?.metadata.labels[KumaKey.mesh] == nil
    else { return [] }
    return [NoteSight.annotation(KumaKey.mesh, of: metadata)].compactMap(\.self)
  }
}

extension MeshResource {
  /// Whether it is a policy for incoming traffic that says when requests time out.
  var setsInboundTimeout: Bool {
    kind.hasSameBytes(as: "MeshTimeout")
      && (!(fields["from"]?.elements ?? []).isEmpty || !(fields["rules"]?.elements ?? []).isEmpty)
  }

  /// The services of the builtin gateway that it is; none where it is none.
  var servicesOfGateway: [ExactString] {
    guard kind.hasSameBytes(as: "MeshGateway") else { return [] }
    return selections.compactMap { selection in
      if case .tag(ExactString(KumaKey.serviceTag), let service) = selection.target { service } else { nil }
    }
  }

  /// The limit of the CPU of a namespace that it is; nil where it is none.
  var limitOfCPU: Field? {
    guard kind.hasSameBytes(as: "ResourceQuota"), let value = fields["hard"]?["limits.cpu"] else { return nil }
    return Field(path: DocumentPath(["spec", "hard", "limits.cpu"]), value: value)
  }

  /// Whether it gives Containers a limit of the CPU where they say none.
  var setsDefaultLimit: Bool {
    kind.hasSameBytes(as: "LimitRange")
      && fields(at: "limits[]").contains {
        $0.value["type"]?.isOne(of: "Container") ?? false && $0.value["default"]?["cpu"] != nil
      }
  }
}
