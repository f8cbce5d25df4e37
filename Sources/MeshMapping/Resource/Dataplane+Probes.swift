public import KubernetesJSON
public import KubernetesObjects

extension Dataplane {
  /// The probes that the proxy answers in the place of the application, since what asks them has no certificate of the mesh.
  public struct Probes: Sendable, Hashable {
    /// The port on which the proxy is asked.
    public var port: Int
    /// What it is asked, and what it asks the application then.
    public var endpoints: [Endpoint]

    /// Probes with the given values.
    public init(port: Int, endpoints: [Endpoint] = []) {
      self.port = port
      self.endpoints = endpoints
    }

    /// A path that the proxy is asked for, and what it asks the application then.
    public struct Endpoint: Sendable, Hashable {
      /// The path that the proxy is asked for.
      @ByteExact public var path: String
      /// The port of the application.
      public var inboundPort: Int
      /// The path that the application is asked for.
      @ByteExact public var inboundPath: String

      /// An endpoint with the given values.
      public init(path: String, inboundPort: Int, inboundPath: String) {
        self.path = path
        self.inboundPort = inboundPort
        self.inboundPath = inboundPath
      }
    }
  }
}

extension Dataplane.Probes: Decodable {
  private enum CodingKeys: String, CodingKey {
    case port, endpoints
  }

  /// Decodes a section; an absent port is 0.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      port: try container.unsignedIfPresent(forKey: .port) ?? 0,
      endpoints: try container.decodeIfPresent([Endpoint].self, forKey: .endpoints) ?? []
    )
  }
}

extension Dataplane.Probes.Endpoint: Decodable {
  private enum CodingKeys: String, CodingKey {
    case path, inboundPort, inboundPath
  }

  /// Decodes an endpoint; an absent port is 0.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      path: try container.decodeIfPresent(String.self, forKey: .path) ?? "",
      inboundPort: try container.unsignedIfPresent(forKey: .inboundPort) ?? 0,
      inboundPath: try container.decodeIfPresent(String.self, forKey: .inboundPath) ?? ""
    )
  }
}

extension Dataplane.Probes: JSONWritable {
  /// Writes a section, absent values left out.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeUnlessZero(port, forKey: "port")
      object.writeUnlessEmpty(endpoints, forKey: "endpoints")
    }
  }
}

extension Dataplane.Probes.Endpoint: JSONWritable {
  /// Writes an endpoint, absent values left out.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeUnlessZero(inboundPort, forKey: "inboundPort")
      object.writeUnlessEmpty(inboundPath, forKey: "inboundPath")
      object.writeUnlessEmpty(path, forKey: "path")
    }
  }
}
