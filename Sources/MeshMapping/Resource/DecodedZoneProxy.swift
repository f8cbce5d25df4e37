import KubernetesObjects

/// What is read of a ZoneIngress or ZoneEgress.
struct DecodedZoneProxy {
  let metadata: Dataplane.Metadata
  let zone: String
  let address: String
  let port: Int
  let advertisedAddress: String
  let advertisedPort: Int
  let adminPort: Int?
  let availableServices: [ZoneIngress.AvailableService]

  private enum CodingKeys: String, CodingKey {
    case kind, metadata, spec
  }

  private enum SpecKeys: String, CodingKey {
    case zone, networking, availableServices
  }

  private enum NetworkingKeys: String, CodingKey {
    case address, port, advertisedAddress, advertisedPort, admin
  }

  private enum AdminKeys: String, CodingKey {
    case port
  }

  /// Decodes the fields of a resource of a kind.
  init(from decoder: any Decoder, _ expected: String) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decodeIfPresent(String.self, forKey: .kind) ?? expected
    guard kind == expected else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: container.codingPath + [CodingKeys.kind],
          debugDescription: "names \(kind), but \(expected) is expected"
        )
      )
    }
    let spec = try container.nestedIfPresent(keyedBy: SpecKeys.self, forKey: .spec)
    let networking = try spec?.nestedIfPresent(keyedBy: NetworkingKeys.self, forKey: .networking)
    let admin = try networking?.nestedIfPresent(keyedBy: AdminKeys.self, forKey: .admin)
    metadata = try container.decode(Dataplane.Metadata.self, forKey: .metadata)
    zone = try spec?.decodeIfPresent(String.self, forKey: .zone) ?? ""
    address = try networking?.decodeIfPresent(String.self, forKey: .address) ?? ""
    port = try networking?.unsignedIfPresent(forKey: .port) ?? 0
    advertisedAddress = try networking?.decodeIfPresent(String.self, forKey: .advertisedAddress) ?? ""
    advertisedPort = try networking?.unsignedIfPresent(forKey: .advertisedPort) ?? 0
    availableServices = try spec?.decodeIfPresent([ZoneIngress.AvailableService].self, forKey: .availableServices) ?? []
    adminPort = try admin.map { try $0.unsignedIfPresent(forKey: .port) ?? 0 }
  }
}
