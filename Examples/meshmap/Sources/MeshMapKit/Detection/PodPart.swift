/// What is read of a Pod to find a control plane or a sidecar in it.
struct PodPart: Decodable {
  struct Spec: Decodable {
    let containers: [ContainerPart]?
    let initContainers: [ContainerPart]?
    let volumes: [Volume]?
  }

  struct Volume: Decodable {
    struct ConfigMap: Decodable {
      let name: String?
    }

    let name: String?
    let configMap: ConfigMap?
  }

  let spec: Spec
}
