/// What makes two control planes do something differently with a Pod.
enum ChangeCause: Sendable, Hashable {
  /// A row of the release history that holds in one of the two releases only.
  case row(ReleaseChange)
  /// The settings, which are not the same.
  case settings
  /// The objects, which are not the same.
  case objects
}
