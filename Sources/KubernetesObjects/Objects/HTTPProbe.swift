/// What the mapping reads of a probe of a container that asks over HTTP (`httpGet`).
public struct HTTPProbe: Sendable, Hashable {
  /// What the probe is for.
  public var kind: Kind
  /// The port that is asked. An absent port is the number 0.
  public var port: PortReference
  /// The path that is asked, empty where none is written.
  @ByteExact public var path: String

  /// A probe with the given values.
  public init(_ kind: Kind, port: PortReference, path: String = "") {
    self.kind = kind
    self.port = port
    self.path = path
  }

  /// What a probe is for.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Whether the container is alive; where it is not, it is started again.
    case liveness
    /// Whether the container is ready for traffic.
    case readiness
    /// Whether the container has started; the other probes wait for it.
    case startup
  }
}

extension HTTPProbe {
  private enum ProbeKeys: String, CodingKey {
    case httpGet
  }

  private enum RequestKeys: String, CodingKey {
    case port, path
  }

  /// The probe under a key of a container, or nil where there is none or it does not ask over HTTP.
  init?<Key: CodingKey>(_ kind: Kind, in container: KeyedDecodingContainer<Key>, forKey key: Key) throws {
    let probe = try container.nestedIfPresent(keyedBy: ProbeKeys.self, forKey: key)
    guard let request = try probe?.nestedIfPresent(keyedBy: RequestKeys.self, forKey: .httpGet) else { return nil }
    self.init(
      kind,
      port: try request.decodeIfPresent(PortReference.self, forKey: .port) ?? 0,
      path: try request.decodeIfPresent(String.self, forKey: .path) ?? ""
    )
  }
}
