"""Are a product's purchase limits consistent, and what do they allow?"""
