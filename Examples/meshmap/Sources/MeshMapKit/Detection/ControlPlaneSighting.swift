import KubernetesObjects
import MeshMapping

/// What an object of the input shows of the control plane that runs there.
enum ControlPlaneSighting: Sendable, Hashable {
  /// The control plane: its image, and what its environment sets.
  case controlPlane(image: ExactString, environment: StringMap)
  /// The configuration that the control plane reads from a ConfigMap, which is YAML.
  case configuration(ExactString)
  /// Another ConfigMap: what it holds under the key of a configuration of transparent proxying; nil for nothing.
  case configMap(ExactString?)
  /// A sidecar, by its image.
  case sidecar(image: ExactString)

  /// What an object shows; nil of nearly all.
  init?(of object: ClusterObject, _ type: ObjectType, at decoder: any Decoder) {
    switch type.kind {
    case "Deployment":
      // Whatever is wrong with it is told where it is read as what it is.
      guard let deployment = try? DeploymentPart(from: decoder) else { return nil }
      self.init(deployment.spec.template.spec.containers ?? [])
    case "Pod":
      guard case .kubernetes(.pod(let pod)) = object else { return nil }
      let isInjected = pod.metadata.annotations[KumaKey.sidecarInjected] != nil
      guard isInjected || pod.spec.containers.contains(where: { $0.name == ContainerPart.controlPlane }),
        let spec = (try? PodPart(from: decoder))?.spec
      else { return nil }
      self.init((spec.containers ?? []) + (spec.initContainers ?? []))
    case "ConfigMap":
      guard let map = try? ConfigMapPart(from: decoder) else { return nil }
      let configuration = map.data?[ProxyConfiguration.dataKey].map { ExactString($0) }
      let isOfControlPlane = map.metadata.name.hasSuffix("control-plane-config")
      self = isOfControlPlane ? configuration.map { .configuration($0) } ?? .configMap(nil) : .configMap(configuration)
    default: return nil
    }
  }

  private init?(_ containers: [ContainerPart]) {
    for container in containers {
      guard let image = container.image else { continue }
      if ImageTag.repository(of: image) == "kuma-cp" {
        var environment = StringMap()
        for variable in container.env ?? [] { environment[variable.name] = variable.value ?? "" }
        self = .controlPlane(image: ExactString(image), environment: environment)
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
    struct Template: Decodable {
      let spec: PodPart.Spec
    }

    let template: Template
  }

  let spec: Spec
}

private struct PodPart: Decodable {
  struct Spec: Decodable {
    let containers: [ContainerPart]?
    let initContainers: [ContainerPart]?
  }

  let spec: Spec
}

private struct ContainerPart: Decodable {
  struct Variable: Decodable {
    let name: String
    let value: String?
  }

  /// What the Helm chart names the container of the control plane.
  static let controlPlane = "control-plane"

  let name: String?
  let image: String?
  let env: [Variable]?
}

private struct ConfigMapPart: Decodable {
  struct Metadata: Decodable {
    let name: String
  }

  let metadata: Metadata
  let data: [String: String]?
}
