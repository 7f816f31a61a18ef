"""What every app stands on: base page, blocks, design system, images, page cache, safety.

Core never imports a feature; a feature registers itself with core.
"""
