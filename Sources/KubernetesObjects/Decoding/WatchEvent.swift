/// What an event of a watch says, as `kubectl get --watch --output-watch-events -o json` prints it.
enum WatchEvent {
  /// An object was added, has changed or was deleted.
  case object(ObjectChange)
  /// The watch has come so far; it contains nothing that was not reported before.
  case bookmark
  /// The watch has ended with an error, described in words.
  case error(String?)

  enum CodingKeys: String, CodingKey {
    case type, object
  }

  private enum StatusKeys: String, CodingKey {
    case message
  }

  /// The event at which a decoder stands; nil where it stands at something else.
  init?(at decoder: any Decoder) {
    guard let event = try? decoder.container(keyedBy: CodingKeys.self), event.contains(.object),
      let type = try? event.decode(String.self, forKey: .type)
    else { return nil }
    switch type {
    case "ADDED", "MODIFIED": self = .object(.updated)
    case "DELETED": self = .object(.deleted)
    case "BOOKMARK": self = .bookmark
    case "ERROR":
      let status = try? event.nestedContainer(keyedBy: StatusKeys.self, forKey: .object)
      self = .error(try? status?.decode(String.self, forKey: .message))
    default: return nil
    }
  }

  /// The decoder of the object of the event at which a decoder stands.
  static func object(of decoder: any Decoder) throws -> any Decoder {
    try decoder.container(keyedBy: CodingKeys.self).superDecoder(forKey: .object)
  }
}
