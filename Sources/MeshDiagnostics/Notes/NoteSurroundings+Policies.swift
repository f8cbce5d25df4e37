import KubernetesObjects
import MeshMapping

extension NoteSurroundings {
  /// Whether some policy for incoming traffic says when requests time out.
  func hasInboundTimeout(in mesh: String) -> Bool {
    resources("MeshTimeout", in: mesh).contains {
      !($0.fields["from"]?.elements ?? []).isEmpty || !($0.fields["rules"]?.elements ?? []).isEmpty
    }
  }

  /// Whether a service is that of a builtin gateway.
  func isServiceOfGateway(_ service: String) -> Bool {
    resources.contains { gateway in
      gateway.kind == "MeshGateway"
        && gateway.selections.contains { selection in
          selection.target == .tag(ExactString(KumaKey.serviceTag), ExactString(service))
        }
    }
  }

  /// Whether Containers of a namespace get a limit of the CPU where they say none.
  func hasDefaultLimit(in namespace: String) -> Bool {
    resources.contains { limits in
      limits.kind == "LimitRange" && (limits.metadata.namespace ?? "").hasSameBytes(as: namespace)
        && limits.fields(at: "limits[]").contains {
          $0.value["type"]?.isOne(of: "Container") ?? false && $0.value["default"]?["cpu"] != nil
        }
    }
  }

  /// The annotation that names the mesh, where no label of the object or of its Namespace does.
  func annotatedMesh(_ metadata: ObjectMeta) -> [NoteSight] {
    guard metadata.labels[KumaKey.mesh] == nil,
      cluster.namespace(metadata.effectiveNamespace)?.metadata.labels[KumaKey.mesh] == nil
    else { return [] }
    return [NoteSight.annotation(KumaKey.mesh, of: metadata)].compactMap(\.self)
  }

  private func resources(_ kind: String, in mesh: String) -> [MeshResource] {
    resources.filter { $0.kind == kind && $0.effectiveMesh.hasSameBytes(as: mesh) }
  }
}
