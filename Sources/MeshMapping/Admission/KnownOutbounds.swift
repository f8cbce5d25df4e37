/// What is known of the outbounds of a Dataplane before the validator looks at it.
///
/// The Dataplanes of a mesh have the same ones, as many as there are services: they are looked at once for all.
enum KnownOutbounds {
  /// Nothing, so that each is looked at.
  case nothing
  /// The validator refuses none of them.
  case areAllowed
}
