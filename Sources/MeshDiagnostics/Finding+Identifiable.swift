extension Finding: Identifiable {
  /// The finding itself: a Pod may have several of one code.
  public var id: Finding { self }
}
