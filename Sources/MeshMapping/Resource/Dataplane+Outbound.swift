public import KubernetesJSON
public import KubernetesObjects

extension Dataplane {
  /// One address that the application reaches through the proxy.
  public struct Outbound: Sendable, Hashable {
    /// The address; empty where the cluster has yet to give one.
    @ByteExact public var address: String
    /// The port.
    public var port: Int
    /// The tags of what is reached: its service, and the instance where a single Pod is.
    public var tags: StringMap

    /// An outbound with the given values.
    public init(address: String, port: Int, tags: StringMap) {
      self.address = address
      self.port = port
      self.tags = tags
    }
  }
}

extension Dataplane.Outbound: Decodable {
  private enum CodingKeys: String, CodingKey {
    case address, port, tags
  }

  /// Decodes an outbound; what it reaches otherwise than by tags is dropped.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      address: try container.decodeIfPresent(String.self, forKey: .address) ?? "",
      port: try container.unsignedIfPresent(forKey: .port) ?? 0,
      tags: try container.decodeIfPresent(StringMap.self, forKey: .tags) ?? [:]
    )
  }
}

extension Dataplane.Outbound: JSONWritable {
  /// Writes an outbound, absent values left out.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeUnlessEmpty(address, forKey: "address")
      object.writeUnlessZero(port, forKey: "port")
      if !tags.isEmpty { object.write(tags, forKey: "tags") }
    }
  }
}
