//! Opening hours over civil time.
