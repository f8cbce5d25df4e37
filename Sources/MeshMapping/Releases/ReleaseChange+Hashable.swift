extension ReleaseChange: Hashable {
  /// Whether both are the same row.
  public static func == (left: ReleaseChange, right: ReleaseChange) -> Bool {
    left.id == right.id
  }

  /// Feeds the row's identifier to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }
}
