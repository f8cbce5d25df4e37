import KubernetesObjects
import MeshMapping

/// What an object of the input shows of the control plane that runs there.
enum ControlPlaneSighting: Sendable, Hashable {
  /// The control plane: its image, and what its environment sets.
  case controlPlane(ControlPlaneContainer)
  /// The configuration that the control plane reads from a ConfigMap, which is YAML.
  case configuration(ExactString)
  /// Another ConfigMap: what it holds under the key of a configuration of transparent proxying; nil for nothing.
  case configMap(ExactString?)
  /// A sidecar, by its image.
  case sidecar(image: ExactString)

  /// What an object shows; nil of nearly all.
  ///
  /// - Throws: `DecodingError` where a ConfigMap has something else than a string where a configuration belongs.
  init?(of object: ClusterObject, _ type: ObjectType, at decoder: any Decoder) throws {
    let namespace = object.reference.namespace
    switch type.kind {
    case "Deployment":
      // Whatever is wrong with it is told where it is read as what it is.
      guard let deployment = try? DeploymentPart(from: decoder) else { return nil }
      self.init(deployment.spec.template.spec, in: namespace)
    case "Pod":
      guard case .kubernetes(.pod(let pod)) = object else { return nil }
      let isInjected = pod.metadata.annotations[KumaKey.sidecarInjected] != nil
      guard isInjected || pod.spec.containers.contains(where: { $0.name == ContainerPart.controlPlane }),
        let spec = (try? PodPart(from: decoder))?.spec
      else { return nil }
      self.init(spec, in: namespace)
    case "ConfigMap":
      let map = try ConfigMapPart(from: decoder)
      guard let name = map.metadata?.name else { return nil }
      let configuration = map.data?.configuration.map { ExactString($0) }
      let isOfControlPlane = name.hasSuffix("control-plane-config")
      self = isOfControlPlane ? configuration.map { .configuration($0) } ?? .configMap(nil) : .configMap(configuration)
    default: return nil
    }
  }

  private init?(_ spec: PodPart.Spec, in namespace: String) {
    for container in (spec.containers ?? []) + (spec.initContainers ?? []) {
      guard let image = container.image else { continue }
      if ImageTag.repository(of: image) == "kuma-cp" {
        self = .controlPlane(container.controlPlane(running: image, in: spec.volumes ?? [], of: namespace))
        return
      }
      if container.name == KumaContainer.sidecar {
        self = .sidecar(image: ExactString(image))
        return
      }
    }
    return nil
  }
}

private struct DeploymentPart: Decodable {
  struct Spec: Decodable {
    let template: PodPart
  }

  let spec: Spec
}

private struct ConfigMapPart: Decodable {
  struct Metadata: Decodable {
    let name: String?
  }

  struct Contents: Decodable {
    let configuration: String?

    private enum CodingKeys: String, CodingKey {
      case configuration = "config.yaml"
    }
  }

  let metadata: Metadata?
  let data: Contents?
}
