extension DocumentGenerator {
  mutating func pod(_ name: String) -> JSONValue {
    var labels = map(Words.labelKeys, Words.values, upTo: 4)
    if !choices.happens(oneIn: 3) { labels.append(("app", "web")) }
    var annotations = annotations(upTo: 5)
    if !choices.happens(oneIn: 3) { annotations.append(("kuma.io/sidecar-injected", "true")) }
    let namespace = choices.pick(Words.namespaces)
    let spec = podSpec()
    return object(
      "v1", "Pod",
      [
        metadata(
          name, namespace: choices.happens(oneIn: 41) ? nil : namespace, labels: labels, annotations: annotations,
          owners: choices.happens(oneIn: 3) ? [owner()] : []),
        field("spec", spec), field("status", status()),
      ])
  }

  mutating func podSpec() -> JSONValue {
    var containers = [container("app")]
    containers += choices.some(upTo: 2) { choices, _ in choices.pick(["kuma-sidecar", "app", "exporter", "istio-proxy"]) }
      .map { container($0) }
    var members = [field("containers", .array(containers))]
    if choices.happens(oneIn: 7) {
      members.append(field("initContainers", .array([container(choices.pick(["kuma-init", "kuma-sidecar", "init"]))])))
    }
    if choices.happens(oneIn: 2) { members.append(field("nodeName", .string(choices.pick(["node-a", "node-b", ""])))) }
    if choices.happens(oneIn: 5) { members.append(field("serviceAccountName", .string(choices.pick(Words.values)))) }
    if choices.happens(oneIn: 7) { members.append(field("volumes", .array([.object([("name", "token")])]))) }
    if choices.happens(oneIn: 7) {
      members.append(field("restartPolicy", .string(choices.pick(["Always", "OnFailure", "Never", ""]))))
    }
    return .object(members)
  }

  mutating func container(_ name: String) -> JSONValue {
    var members = [field("name", .string(name))]
    let ports = choices.some(upTo: 3) { choices, _ in
      (choices.pick(Words.portNames), choices.pick(Words.ports), choices.pick(Words.protocols))
    }
    if !ports.isEmpty {
      let values = ports.map { port in
        JSONValue.object([
          field("name", .string(port.0)), field("containerPort", .integer(port.1)), field("protocol", .string(port.2)),
        ])
      }
      members.append(field("ports", .array(values)))
    }
    if choices.happens(oneIn: 7) {
      members.append(
        field("securityContext", .object([field("runAsUser", .integer(choices.pick([5678, 0, -1, 1 << 40])))])))
    }
    for kind in ["livenessProbe", "readinessProbe", "startupProbe"] where choices.happens(oneIn: 9) {
      let request = JSONValue.object([
        field("port", portReference()), field("path", .string(choices.pick(["/", "/8080/x", ""]))),
      ])
      let form = choices.pick(["httpGet", "tcpSocket", "grpc"])
      members.append(field(kind, .object([field(form, request)])))
    }
    if choices.happens(oneIn: 31) { members.append(field("restartPolicy", "Always")) }
    return .object(members)
  }

  mutating func portReference() -> JSONValue {
    choices.happens(oneIn: 2) ? .string(choices.pick(Words.portNames)) : .integer(choices.pick(Words.ports))
  }

  mutating func owner() -> JSONValue {
    let kind = choices.pick(["ReplicaSet", "ReplicaSet", "StatefulSet", "Job", "DaemonSet", "Widget"])
    return .object([
      field("apiVersion", .string(kind == "Job" ? "batch/v1" : "apps/v1")), field("kind", .string(kind)),
      field("name", .string("\(choices.pick(Words.names))-rs")), field("uid", .string(choices.pick(Words.uids))),
      ("controller", .written(choices.happens(oneIn: 5) ? "false" : "true")),
    ])
  }

  private mutating func status() -> JSONValue {
    var members = [
      field("phase", .string(choices.pick(Words.phases))), field("podIP", .string(choices.pick(Words.addresses))),
    ]
    let statuses = choices.some(upTo: 2) { choices, index in
      (name: index == 0 ? "app" : "kuma-sidecar", isReady: choices.below(3) > 0, code: choices.below(4))
    }
    guard !statuses.isEmpty else { return .object(members) }
    let values = statuses.map { status in
      JSONValue.object([
        field("name", .string(status.name)), field("ready", .written("\(status.isReady)")),
        field(
          "state", .written(status.code > 1 ? "{\"terminated\":{\"exitCode\":\(status.code - 2)}}" : "{\"running\":{}}")),
      ])
    }
    members.append(field("containerStatuses", .array(values)))
    return .object(members)
  }
}
