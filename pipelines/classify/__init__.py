"""Which skills a listing belongs to: hub files, and the classifier that reads them."""
