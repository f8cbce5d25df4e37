extension Finding: Identifiable {
  /// The finding itself: an object may have several of one code.
  public var id: Finding { self }
}
