/// What the mapping reads of a container of a Pod.
public struct Container: Sendable, Hashable {
  /// The container's name, unique in its Pod.
  @ByteExact public var name: String
  /// The ports that the container declares, in the order written.
  public var ports: [ContainerPort]
  /// The user that the container runs as (`securityContext.runAsUser`), where it says so.
  public var runAsUser: Int64?
  /// The probes that ask over HTTP: of liveness, readiness and startup, in this order.
  public var httpProbes: [HTTPProbe]
  /// The probes that ask a port over TCP or gRPC: of liveness, readiness and startup, in this order.
  public var portProbes: [PortProbe]
  /// What the probes are for that run a command in the container: liveness, readiness and startup, in this order.
  public var commandProbes: [HTTPProbe.Kind]
  /// When the container is started again; `Always` makes an init container a native sidecar. Empty where nothing is written.
  @ByteExact public var restartPolicy: String

  /// A container with the given values.
  public init(
    name: String,
    ports: [ContainerPort] = [],
    runAsUser: Int64? = nil,
    httpProbes: [HTTPProbe] = [],
    portProbes: [PortProbe] = [],
    restartPolicy: String = "",
    commandProbes: [HTTPProbe.Kind] = []
  ) {
    self.name = name
    self.ports = ports
    self.runAsUser = runAsUser
    self.httpProbes = httpProbes
    self.portProbes = portProbes
    self.restartPolicy = restartPolicy
    self.commandProbes = commandProbes
  }
}

extension Container: Identifiable {
  /// The name, unique in the Pod.
  public var id: ExactString { ExactString(name) }
}

extension Container: Decodable {
  private enum CodingKeys: String, CodingKey {
    case name, ports, securityContext, livenessProbe, readinessProbe, startupProbe, restartPolicy
  }

  private enum ProbeKeys: String, CodingKey {
    case exec
  }

  private enum SecurityContextKeys: String, CodingKey {
    case runAsUser
  }

  /// Decodes a container of `spec.containers` or `spec.initContainers`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kinds: [(HTTPProbe.Kind, CodingKeys)] = [
      (.liveness, .livenessProbe), (.readiness, .readinessProbe), (.startup, .startupProbe),
    ]
    let commandProbes = try kinds.filter {
      try container.nestedIfPresent(keyedBy: ProbeKeys.self, forKey: $1)?.contains(.exec) ?? false
    }
    let probes = [
      try HTTPProbe(.liveness, in: container, forKey: .livenessProbe),
      try HTTPProbe(.readiness, in: container, forKey: .readinessProbe),
      try HTTPProbe(.startup, in: container, forKey: .startupProbe),
    ]
    let portProbes = [
      try PortProbe(.liveness, in: container, forKey: .livenessProbe),
      try PortProbe(.readiness, in: container, forKey: .readinessProbe),
      try PortProbe(.startup, in: container, forKey: .startupProbe),
    ]
    let security = try container.nestedIfPresent(keyedBy: SecurityContextKeys.self, forKey: .securityContext)
    self.init(
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? "",
      ports: try container.decodeIfPresent([ContainerPort].self, forKey: .ports) ?? [],
      runAsUser: try security?.numberIfPresent(Int64.self, forKey: .runAsUser),
      httpProbes: probes.compactMap(\.self),
      portProbes: portProbes.compactMap(\.self),
      restartPolicy: try container.decodeIfPresent(String.self, forKey: .restartPolicy) ?? "",
      commandProbes: commandProbes.map(\.0)
    )
  }
}
