${text.class.name}
