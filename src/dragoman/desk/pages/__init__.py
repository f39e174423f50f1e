"""The pages: what people see. In: requests. Out: HTML made by Jinja2 templates, whole without any script."""
