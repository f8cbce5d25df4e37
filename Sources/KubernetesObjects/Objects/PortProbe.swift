/// What the mapping reads of a probe of a container that asks a port without HTTP (`tcpSocket`, `grpc`).
public struct PortProbe: Sendable, Hashable {
  /// What the probe is for.
  public var kind: HTTPProbe.Kind
  /// How the port is asked.
  public var form: Form
  /// The port that is asked. An absent port is the number 0.
  public var port: PortReference

  /// A probe with the given values.
  public init(_ kind: HTTPProbe.Kind, _ form: Form, port: PortReference) {
    self.kind = kind
    self.form = form
    self.port = port
  }

  /// How a port is asked.
  public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    /// By opening a connection.
    case tcp
    /// By the health protocol of gRPC.
    case grpc
  }
}

extension PortProbe {
  private enum ProbeKeys: String, CodingKey {
    case tcpSocket, grpc
  }

  private enum RequestKeys: String, CodingKey {
    case port
  }

  /// The probe under a key of a container, or nil where there is none or it asks neither over TCP nor over gRPC.
  init?<Key: CodingKey>(_ kind: HTTPProbe.Kind, in container: KeyedDecodingContainer<Key>, forKey key: Key) throws {
    guard let probe = try container.nestedIfPresent(keyedBy: ProbeKeys.self, forKey: key) else { return nil }
    if let request = try probe.nestedIfPresent(keyedBy: RequestKeys.self, forKey: .tcpSocket) {
      self.init(kind, .tcp, port: try request.decodeIfPresent(PortReference.self, forKey: .port) ?? 0)
    } else if let request = try probe.nestedIfPresent(keyedBy: RequestKeys.self, forKey: .grpc) {
      self.init(kind, .grpc, port: .number(try request.portIfPresent(forKey: .port) ?? 0))
    } else {
      return nil
    }
  }
}
