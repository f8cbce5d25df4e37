/// The parts of an image's name.
enum ImageTag {
  /// The last part of the path, without tag and digest: `kuma-cp` of `docker.io/kumahq/kuma-cp:2.9.4`.
  static func repository(of image: String) -> String {
    String(name(of: image).prefix { $0 != ":" })
  }

  /// The tag; nil where there is none.
  static func tag(of image: String) -> String? {
    let name = name(of: image)
    guard let colon = name.firstIndex(of: ":") else { return nil }
    return String(name[name.index(after: colon)...])
  }

  /// Whether the image is named by its digest, so that it may be of any release.
  static func isByDigest(_ image: String) -> Bool { image.utf8.contains(UInt8(ascii: "@")) }

  private static func name(of image: String) -> Substring {
    let path = image.prefix { $0 != "@" }
    return path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path
  }
}
