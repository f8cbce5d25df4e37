extension DocumentGenerator {
  mutating func service() -> JSONValue {
    let ports = choices.some(upTo: 3) { _, index in index }.map { index in
      var members = [
        field("name", .string("p\(index)")),
        field("port", .integer(choices.happens(oneIn: 5) ? choices.pick(Words.ports) : 80)),
      ]
      if !choices.happens(oneIn: 4) { members.append(field("targetPort", portReference())) }
      if choices.happens(oneIn: 3) { members.append(field("protocol", .string(choices.pick(Words.protocols)))) }
      if choices.happens(oneIn: 3) { members.append(field("appProtocol", .string(choices.pick(Words.appProtocols)))) }
      if choices.happens(oneIn: 9) { members.append(field("nodePort", .integer(choices.pick([30_000, 0, -1])))) }
      return JSONValue.object(members)
    }
    var spec = [
      field("type", .string(choices.pick(["ClusterIP", "ClusterIP", "ExternalName", "NodePort", "LoadBalancer", ""]))),
      field("clusterIP", .string(choices.pick(["10.96.0.1", "None", ""]))), field("ports", .array(ports)),
    ]
    if !choices.happens(oneIn: 5) {
      let selector = [("app", JSONValue.string("web"))] + map(["version", "app", "team"], Words.values, upTo: 1)
      spec.append(field("selector", .object(selector)))
    }
    let labels = map(["k8s.kuma.io/zone-proxy-type", "app"], ["ingress", "egress", "x"], upTo: 1)
    return object(
      "v1", "Service",
      [
        metadata(
          choices.pick(Words.names), namespace: choices.pick(Words.namespaces), labels: labels,
          annotations: annotations(upTo: 1)),
        field("spec", .object(spec)),
      ])
  }

  /// An object of the other kinds that are read, or of one that nothing reads.
  mutating func other() -> JSONValue {
    let name = choices.pick(Words.names)
    let namespace = choices.pick(Words.namespaces)
    switch choices.below(12) {
    case 0: return owned("apps/v1", "ReplicaSet", "\(name)-rs", namespace, by: "Deployment")
    case 1: return owned("batch/v1", "Job", "\(name)-rs", namespace, by: "CronJob")
    case 2: return node()
    case 3: return slice(of: name, namespace)
    case 4: return mesh()
    case 5: return workload("apps/v1", "Deployment", name, namespace)
    case 6: return workload("apps/v1", choices.pick(["StatefulSet", "DaemonSet"]), name, namespace)
    case 7:
      let job = JSONValue.object([("spec", .object([("template", template())]))])
      return object(
        "batch/v1", "CronJob", [metadata(name, namespace: namespace), field("spec", .object([field("jobTemplate", job)]))])
    case 8: return object("kuma.io/v1alpha1", "ContainerPatch", [metadata("patch", namespace: "kuma-system")])
    case 9: return dataplane(name, namespace)
    case 10:
      let spec = JSONValue.object([
        ("networking", .object([("address", "10.0.0.9"), field("port", .integer(choices.pick(Words.ports)))]))
      ])
      let kind = choices.pick(["ZoneIngress", "ZoneEgress"])
      return object("kuma.io/v1alpha1", kind, [metadata(name, namespace: "kuma-system"), field("spec", spec)])
    default: return object("v1", choices.pick(["ConfigMap", "Secret", "Widget"]), [metadata(name, namespace: namespace)])
    }
  }

  private mutating func owned(
    _ apiVersion: String, _ kind: String, _ name: String, _ namespace: String, by owner: String
  ) -> JSONValue {
    let reference = JSONValue.object([
      ("apiVersion", .string(apiVersion)), field("kind", .string(owner)), field("name", .string(choices.pick(Words.names))),
      ("uid", "w"), ("controller", .written("true")),
    ])
    return object(
      apiVersion, kind, [metadata(name, namespace: namespace, owners: choices.happens(oneIn: 4) ? [] : [reference])])
  }

  private mutating func node() -> JSONValue {
    let labels = map(
      ["topology.kubernetes.io/zone", "kubernetes.io/hostname", "topology.kubernetes.io/region", "x"], Words.values, upTo: 3)
    let address = JSONValue.object([
      field("type", .string(choices.pick(["InternalIP", "ExternalIP", "Hostname"]))),
      field("address", .string(choices.pick(Words.addresses))),
    ])
    let version = choices.pick(["v1.29.1", "v1.35.0", "", "x"])
    let status = JSONValue.object([
      field("addresses", .array([address])), ("nodeInfo", .object([field("kubeletVersion", .string(version))])),
    ])
    return object(
      "v1", "Node",
      [metadata(choices.pick(["node-a", "node-b"]), namespace: nil, labels: labels), field("status", status)])
  }

  private mutating func slice(of service: String, _ namespace: String) -> JSONValue {
    let endpoints = choices.some(upTo: 3) { choices, _ in
      choices.happens(oneIn: 5)
        ? JSONValue.object([]) : .object([("targetRef", .object([("uid", .string(choices.pick(Words.uids)))]))])
    }
    return object(
      "discovery.k8s.io/v1", "EndpointSlice",
      [
        metadata(
          "\(service)-slice-\(choices.below(2))", namespace: namespace,
          labels: [("kubernetes.io/service-name", .string(service))]),
        field("endpoints", .array(endpoints)),
      ])
  }

  private mutating func mesh() -> JSONValue {
    var spec: [(key: String, value: JSONValue)] = []
    if choices.happens(oneIn: 2) {
      let mode = choices.pick(["Disabled", "Everywhere", "ReachableBackends", "Exclusive", "x"])
      spec.append(field("meshServices", .object([field("mode", .string(mode))])))
    }
    if choices.happens(oneIn: 4) {
      let tags = JSONValue.object([("tags", .object(map(Words.labelKeys, Words.values, upTo: 2)))])
      let rules = JSONValue.object([(choices.pick(["requirements", "restrictions"]), .array([tags]))])
      spec.append(field("constraints", .object([("dataplaneProxy", rules)])))
    }
    return object(
      "kuma.io/v1alpha1", "Mesh", [metadata(choices.pick(Words.meshes), namespace: nil), field("spec", .object(spec))])
  }

  private mutating func template() -> JSONValue {
    let labels = [("app", JSONValue.string("web"))] + map(Words.labelKeys, Words.values, upTo: 2)
    return .object([
      field("metadata", .object([field("labels", .object(labels)), field("annotations", .object(annotations(upTo: 2)))])),
      field("spec", podSpec()),
    ])
  }

  private mutating func workload(_ apiVersion: String, _ kind: String, _ name: String, _ namespace: String) -> JSONValue {
    let replicas = JSONValue.integer(choices.pick([1, 0, 3, -1, 2_147_483_647]))
    return object(
      apiVersion, kind,
      [
        metadata(name, namespace: namespace),
        field("spec", .object([field("replicas", replicas), field("template", template())])),
      ])
  }

  private mutating func dataplane(_ name: String, _ namespace: String) -> JSONValue {
    let inbounds = choices.some(upTo: 2) { choices, _ in choices.pick(Words.ports) }.map { port in
      let tags = [("kuma.io/service", JSONValue.string("web_a_svc_80"))] + map(Words.labelKeys, Words.values, upTo: 1)
      return JSONValue.object([field("port", .integer(port)), field("tags", .object(tags))])
    }
    let networking = JSONValue.object([
      ("address", .string(choices.pick(Words.addresses))), field("inbound", .array(inbounds)),
    ])
    let owner = JSONValue.object([
      ("apiVersion", "v1"), ("kind", "Pod"), ("name", .string("\(name)-0")), ("uid", .string(choices.pick(Words.uids))),
      ("controller", .written("true")),
    ])
    let mesh = field("mesh", .string(choices.pick(Words.meshes)))
    return object(
      "kuma.io/v1alpha1", "Dataplane",
      [
        mesh, metadata("\(name)-\(choices.below(3))", namespace: namespace, owners: [owner]),
        field("spec", .object([field("networking", networking)])),
      ])
  }
}
