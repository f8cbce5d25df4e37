/// A place where a load balancer takes the traffic of a Service.
public struct LoadBalancerIngress: Sendable, Hashable {
  /// The address; empty where it has a name instead.
  @ByteExact public var ip: String
  /// The name; empty where it has none.
  @ByteExact public var hostname: String

  /// A place of the given address and name.
  public init(ip: String = "", hostname: String = "") {
    self.ip = ip
    self.hostname = hostname
  }
}

extension LoadBalancerIngress: Decodable {
  private enum CodingKeys: String, CodingKey {
    case ip, hostname
  }

  /// Decodes an entry of `status.loadBalancer.ingress`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      ip: try container.decodeIfPresent(String.self, forKey: .ip) ?? "",
      hostname: try container.decodeIfPresent(String.self, forKey: .hostname) ?? ""
    )
  }
}
