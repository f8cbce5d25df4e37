extension UpgradeNote: Hashable {
  /// Whether both are the same note.
  public static func == (left: UpgradeNote, right: UpgradeNote) -> Bool {
    left.id == right.id
  }

  /// Feeds the note's identifier to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }
}
