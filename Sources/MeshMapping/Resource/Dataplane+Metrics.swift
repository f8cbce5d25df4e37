public import KubernetesJSON
public import KubernetesObjects

extension Dataplane {
  /// Where the metrics of a proxy and of its applications are read, as far as the Pod says it. What the Mesh says is not written here.
  public struct Metrics: Sendable, Hashable {
    /// What reads them; the mapping makes sections for Prometheus only.
    @ByteExact public var type: String
    /// The path under which the proxy offers them; empty for that of the Mesh.
    @ByteExact public var path: String
    /// The port on which the proxy offers them; 0 for that of the Mesh.
    public var port: Int
    /// The applications whose metrics the proxy adds, by name: Kuma writes them in an order that is left to chance.
    public var aggregate: [Application] {
      didSet { aggregate = Self.byName(aggregate) }
    }

    /// Metrics with the given values; applications are put in the order of their names.
    public init(type: String = "prometheus", path: String = "", port: Int = 0, aggregate: [Application] = []) {
      self.type = type
      self.path = path
      self.port = port
      self.aggregate = Self.byName(aggregate)
    }

    private static func byName(_ applications: [Application]) -> [Application] {
      applications.sorted { $0.name.precedesInBytes($1.name) }
    }

    /// An application whose metrics the proxy adds to its own.
    public struct Application: Sendable, Hashable {
      /// The application's name.
      @ByteExact public var name: String
      /// The path under which it offers its metrics.
      @ByteExact public var path: String
      /// The port on which it offers them; 0 where none is written.
      public var port: Int
      /// Whether its metrics are read; nil where it is not written, which means that they are.
      public var isEnabled: Bool?
      /// The address on which it offers them; empty for that of the Dataplane.
      @ByteExact public var address: String

      /// An application with the given values.
      public init(name: String, path: String, port: Int, isEnabled: Bool? = true, address: String = "") {
        self.name = name
        self.path = path
        self.port = port
        self.isEnabled = isEnabled
        self.address = address
      }
    }
  }
}

extension Dataplane.Metrics: Decodable {
  private enum CodingKeys: String, CodingKey {
    case type, conf
  }

  private enum ConfigurationKeys: String, CodingKey {
    case path, port, aggregate
  }

  /// Decodes a section; what the mapping does not write is dropped.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let conf = try container.nestedIfPresent(keyedBy: ConfigurationKeys.self, forKey: .conf)
    self.init(
      type: try container.decodeIfPresent(String.self, forKey: .type) ?? "",
      path: try conf?.decodeIfPresent(String.self, forKey: .path) ?? "",
      port: try conf?.unsignedIfPresent(forKey: .port) ?? 0,
      aggregate: try conf?.decodeIfPresent([Application].self, forKey: .aggregate) ?? []
    )
  }
}

extension Dataplane.Metrics.Application: Decodable {
  private enum CodingKeys: String, CodingKey {
    case name, path, port, enabled, address
  }

  /// Decodes an application.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? "",
      path: try container.decodeIfPresent(String.self, forKey: .path) ?? "",
      port: try container.unsignedIfPresent(forKey: .port) ?? 0,
      isEnabled: try container.decodeIfPresent(Bool.self, forKey: .enabled),
      address: try container.decodeIfPresent(String.self, forKey: .address) ?? ""
    )
  }
}

extension Dataplane.Metrics: JSONWritable {
  /// Writes a section, absent values left out.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeUnlessEmpty(type, forKey: "type")
      object.writeObject(forKey: "conf") { conf in
        conf.writeUnlessEmpty(path, forKey: "path")
        conf.writeUnlessZero(port, forKey: "port")
        conf.writeUnlessEmpty(aggregate, forKey: "aggregate")
      }
    }
  }
}

extension Dataplane.Metrics.Application: JSONWritable {
  /// Writes an application, absent values left out.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.writeUnlessEmpty(name, forKey: "name")
      object.writeUnlessEmpty(path, forKey: "path")
      object.writeUnlessZero(port, forKey: "port")
      object.write(isEnabled, forKey: "enabled")
      object.writeUnlessEmpty(address, forKey: "address")
    }
  }
}
